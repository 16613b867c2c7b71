/** Whether e-mail and password can be sent at all, so that the answer comes before the network. */
import { limits } from '../../shared/limits.ts';

export interface CredentialProblems {
  readonly email?: string;
  readonly password?: string;
}

/** `isNew`: the password is being chosen, so its length is checked. */
export function credentialProblems(
  { email, password }: { email: string; password: string },
  { isNew }: { isNew: boolean },
): CredentialProblems {
  const { adminPasswordCharactersMin: least, adminPasswordCharactersMax: most } = limits;
  const problems: { email?: string; password?: string } = {};
  if (email.trim() === '') problems.email = 'Enter your e-mail address.';
  else if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())) {
    problems.email = 'This does not look like an e-mail address, such as mai@example.com.';
  }
  if (password === '') problems.password = isNew ? 'Choose a password.' : 'Enter your password.';
  else if (isNew && password.length < least) {
    problems.password = `${least - password.length} more characters: at least ${least} in all.`;
  } else if (password.length > most) problems.password = `At most ${most} characters.`;
  return problems;
}
