/** The calls that the office makes. `api.ts` sends them; tests answer them. */
import type { AdminView, OverviewReply } from '../../shared/schema/admin-api.ts';
import type { Answer } from './problem.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export interface OverviewQuery {
  readonly siteId: string;
  readonly from: string;
  readonly to: string;
  readonly campaignId?: string | undefined;
}

export interface OfficeApi {
  acceptLink(input: Credentials & { readonly link: string }): Promise<Answer<AdminView>>;
  signIn(input: Credentials): Promise<Answer<AdminView>>;
  signOut(): Promise<Answer<unknown>>;
  me(): Promise<Answer<AdminView>>;
  overview(query: OverviewQuery): Promise<Answer<OverviewReply>>;
}
