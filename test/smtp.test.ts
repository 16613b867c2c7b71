/** Codes go out by SMTP: a real server takes them. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sendMails } from '../server/flow/mail.ts';
import { openSmtp } from '../server/smtp.ts';
import { confirm, leave } from './helper/contact-calls.ts';
import { depsFor, onBothEngines, type Opened, type TestDeps } from './helper/engines.ts';
import { apply, codeOf, granted } from './helper/shopping.ts';

interface Taken {
  readonly from: string;
  readonly to: readonly string[];
  readonly source: string;
}

onBothEngines('a mail server', (engine) => {
  let opened: Opened;
  let deps: TestDeps;
  let server: SMTPServer;
  let isBusy: boolean;
  let mails: Taken[];
  let smtp: ReturnType<typeof openSmtp>;

  beforeEach(async () => {
    opened = await engine.open();
    deps = depsFor(opened.store);
    await apply(deps);
    mails = [];
    isBusy = false;
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, callback) {
        void text(stream).then((source) => {
          if (isBusy) return callback(new Error('busy'));
          const { mailFrom, rcptTo } = session.envelope;
          const from = mailFrom ? mailFrom.address : '';
          mails.push({ from, to: rcptTo.map(({ address }) => address), source });
          callback();
        });
      },
    });
    const listening = server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const address = listening.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    smtp = openSmtp({ url: `smtp://127.0.0.1:${port}`, from: 'Shop <hello@shop.example>' });
  });

  afterEach(async () => {
    smtp.close();
    await new Promise<void>((done) => {
      server.close(done);
    });
    await opened.close();
  });

  const mailing = { owner: 'here', report: () => undefined, isStopping: () => false };
  const deliver = () => sendMails(deps, smtp, mailing);

  it('takes the code, which then counts', async () => {
    await granted(leave(deps, { shopperId: 'anna', email: 'anna@shop.example' }));
    expect(await deliver()).toBe(1);
    const [mail] = mails;
    expect(mail).toMatchObject({ from: 'hello@shop.example', to: ['anna@shop.example'] });
    const code = /^Subject: (\d{6}) /m.exec(mail?.source ?? '')?.[1] ?? decoded(mail?.source);
    expect(await codeOf(confirm(deps, { shopperId: 'anna', code }))).toBe('ok');
  });

  it('gets it again when it was busy, under the same id', async () => {
    await granted(leave(deps, { shopperId: 'anna', email: 'anna@shop.example' }));
    isBusy = true;
    expect(await deliver()).toBe(0);
    isBusy = false;
    deps.pass(60_000);
    expect(await deliver()).toBe(1);
    expect(mails[0]?.source).toMatch(/^Message-ID: <m_\w+@shop\.fairground>/im);
  });

  it('is sent no line that a contact could smuggle in', async () => {
    const email = 'anna@shop.example\r\nBcc: all@shop.example';
    const left = leave(deps, { shopperId: 'anna', email });
    expect(await codeOf(left)).toBe('bad_request');
    expect(await deliver()).toBe(0);
  });

  it.each([
    'x,anna@shop.example',
    'anna@shop.example,b.example',
    'x<anna@shop.example',
    'anna@shop.example(x)',
    'x:anna@shop.example',
    '<anna@shop.example>\u0338.example',
  ])('writes to nobody by another spelling: %s', async (email) => {
    await codeOf(leave(deps, { shopperId: 'anna', email }));
    await deliver();
    expect(mails.flatMap(({ to }) => to)).not.toContain('anna@shop.example');
  });
});

it('is not waited for when a mail server says nothing', { timeout: 5_000 }, async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const address = silent.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const from = 'Shop <hello@shop.example>';
  const smtp = openSmtp({ url: `smtp://127.0.0.1:${port}`, from }, 100);
  const mail = { messageId: '<a@b>', to: 'anna@shop.example', subject: 'a', text: 'a' };
  await expect(smtp.send(mail)).rejects.toThrow('never received');
  smtp.close();
  silent.close();
});

/** The code in a subject that had to be encoded. */
function decoded(source = ''): string {
  const body = source.split('\r\n\r\n').slice(1).join();
  const plain = /base64/i.test(source) ? Buffer.from(body, 'base64').toString('utf8') : body;
  return /\b(\d{6})\b/.exec(plain)?.[1] ?? '';
}
