/** A problem as a sentence: what happened, what is safe, and what to do. */
import type { Problem } from '../state/problem.ts';
import { limits } from '../../shared/limits.ts';

export interface ProblemWords {
  readonly title: string;
  readonly detail: string;
}

export function problemWords(problem: Problem): ProblemWords {
  switch (problem.kind) {
    case 'offline':
      return {
        title: 'You are offline',
        detail: 'The shop goes on without this page. It catches up when you are back.',
      };
    case 'unreachable':
      return {
        title: 'The server did not answer',
        detail: 'Nothing is lost: what was played is stored on the server. Try again in a moment.',
      };
    case 'refused':
      return refusalWords(problem.refusal);
  }
}

type Refusal = Extract<Problem, { kind: 'refused' }>['refusal'];

function refusalWords(refusal: Refusal): ProblemWords {
  switch (refusal.code) {
    case 'sign_in_failed':
      return {
        title: 'E-mail and password do not match',
        detail: 'Check both. A forgotten password is replaced with a new sign-in link.',
      };
    case 'unauthorized':
    case 'token_expired':
      return { title: 'Your session has ended', detail: 'Sign in again to go on where you were.' };
    case 'link_expired':
      return {
        title: 'This link no longer works',
        detail:
          `A link works once, for ${limits.adminLinkTtlMinutes} minutes. Print a new one on the ` +
          'server: npm run -s fairground -- admin-link',
      };
    case 'rate_limited':
    case 'network_limit_reached':
      return { title: 'Too many attempts', detail: 'Wait a quarter of an hour, then try again.' };
    case 'forbidden':
    case 'site_not_found':
    case 'not_found':
      return {
        title: 'There is nothing to show here',
        detail: 'The site or campaign does not exist, or your account may not read it.',
      };
    case 'bad_request':
      return {
        title: 'The server could not read that',
        detail: firstIssue(refusal) ?? 'Check what you entered, or reload the page.',
      };
    case 'busy':
    case 'storage_unavailable':
      return {
        title: 'The server is busy',
        detail: 'Plays go first. The figures follow: try again in a moment.',
      };
    default:
      return {
        title: 'Something went wrong on the server',
        detail:
          'Nothing is lost. Try again; if it stays, the log of the server says more ' +
          `(${refusal.code}).`,
      };
  }
}

function firstIssue({ issues }: Refusal): string | undefined {
  const issue = issues?.[0];
  return issue === undefined ? undefined : `${issue.path}: ${issue.message}.`;
}
