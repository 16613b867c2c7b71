/** What a ready programme is printed as, and what is said beside it. */
import { describe, expect, it } from 'vitest';
import { programmeDocument } from '../../shared/schema/programme.ts';
import { fairground } from '../helper/command.ts';

describe('new-site', () => {
  it('prints a whole programme, and says beside it whose money it is written in', async () => {
    const { code, out, err } = await fairground(['new-site', 'lucky-wheel', 'tea'], {});
    expect(code).toBe(0);
    expect(programmeDocument.parse(JSON.parse(out)).site.id).toBe('tea');
    expect(err).toContain('amounts are in VND and days those of Asia/Ho_Chi_Minh');
  });
});
