/** What a shop tells about a shopper: contacts become keyed hashes before anything is stored. */
import type { SiteId } from '../../shared/ids.ts';
import { refuse, type Result } from '../../shared/refusals.ts';
import type { ProfileInput, ProfileReply } from '../../shared/schema/profile.ts';
import type { SetProfileCommand } from '../core/command.ts';
import { normalEmail, normalPhone } from '../core/contact.ts';
import { decideSetProfile, type ProfileFact } from '../core/profile.ts';
import type { Programme } from '../core/programme.ts';
import { planSetProfile } from '../store/sql/plans-referral.ts';
import { useCase, type Deps } from './deps.ts';
import { currentProgramme } from './programmes.ts';

export const setProfile = useCase(planSetProfile, decideSetProfile);

type Fields = Omit<ProfileInput, 'shopperId' | 'commandId'>;

/** `hashOf` is keyed and of the site: nobody can try addresses against what is stored. */
export async function setProfileOf(
  deps: Deps,
  command: Omit<SetProfileCommand, 'kind' | 'changes'>,
  fields: Fields,
  hashOf: (siteId: SiteId, contact: string) => string,
): Promise<Result<ProfileReply>> {
  const programme = await currentProgramme(deps, command.siteId);
  if (!programme) return refuse('site_not_found');
  const changes: ProfileFact[] = [];
  if (fields.birthday !== undefined) changes.push({ of: 'birthday', value: fields.birthday });
  for (const contact of ['email', 'phone', 'device', 'network'] as const) {
    const written = fields[contact];
    if (written === undefined) continue;
    const normal = written === null ? null : normalOf[contact](written, programme);
    if (written !== null && normal === null) {
      return refuse('bad_request', { issues: [{ path: contact, message: messages[contact] }] });
    }
    const value = normal === null ? null : hashOf(command.siteId, `${contact}:${normal}`);
    changes.push({ of: contact, value });
  }
  if (changes.length === 0) {
    return refuse('bad_request', { detail: 'name a field to change, or null to forget it' });
  }
  return setProfile(deps, { ...command, kind: 'set_profile', changes });
}

const normalOf = {
  email: normalEmail,
  phone: (written: string, { document }: Programme) =>
    normalPhone(written, document.referral?.callingCode ?? null),
  device: (written: string) => written,
  network: (written: string) => written,
} as const;

const messages = {
  email: 'an e-mail address',
  phone: 'a telephone number',
  device: 'a text',
  network: 'a text',
} as const;
