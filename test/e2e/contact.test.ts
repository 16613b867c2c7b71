/** A prize that waits for a contact, on the real demo shop, with the code from its mails. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../helper/browser.ts';
import { startDemo, sureProgramme, type Demo } from '../helper/demo.ts';

let demo: Demo;
let browser: Browser;

beforeAll(async () => {
  demo = await startDemo(sureProgramme('free-shipping', 3));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

it('is claimed with the code that came by mail', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(`${demo.shop.url}/?lang=en#fairground=wheel`);
  const panel = page.locator('fairground-panel');
  await panel.getByRole('button', { name: 'Spin the wheel' }).click();
  await panel.getByRole('button', { name: 'Skip to the result' }).click();
  await panel.getByRole('button', { name: 'Tear it off' }).click();
  expect(await panel.getByRole('checkbox').isChecked()).toBe(false);
  await panel.getByLabel('E-mail address').fill('mai@shop.example');
  await panel.getByRole('button', { name: 'Send me a code' }).click();
  await panel.getByText('We sent six digits to m•••@shop.example.').waitFor();

  const mails = await browser.newPage();
  await expect
    .poll(async () => {
      await mails.goto(`${demo.shop.url}/mailbox?lang=en`);
      return mails.getByText('mai@shop.example').count();
    })
    .toBeGreaterThan(0);
  const code = /\b\d{6}\b/.exec(await mails.locator('main').innerText())?.[0] ?? '';
  await panel.getByLabel('The six digits').fill(code === '111111' ? '222222' : '111111');
  await panel.getByRole('button', { name: 'Confirm' }).click();
  await panel.getByText('That is not the code.').waitFor();
  await panel.getByLabel('The six digits').fill(code);
  await panel.getByRole('button', { name: 'Confirm' }).click();
  await panel.getByText('HIEN-FREESHIP').waitFor();
  expect(await panel.getByLabel('The six digits').count()).toBe(0);
});
