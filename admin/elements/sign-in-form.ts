/** E-mail and password: to sign in, or to choose them behind a link. */
import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { limits } from '../../shared/limits.ts';
import type { Credentials } from '../state/office-api.ts';
import type { Problem } from '../state/problem.ts';
import { baseStyles, buttonStyles, fieldStyles } from '../styles/base.ts';
import { doorStyles } from '../styles/door.ts';
import { type CredentialProblems, credentialProblems } from '../words/credentials.ts';
import { problemWords } from '../words/problem-words.ts';
import './page-notice.ts';

/**
 * @summary The page's door. `purpose` says whether the password exists or is being chosen.
 * @event credentials-given - e-mail and password, both plausible
 * @event link-skipped - the admin has a password and wants to sign in with it
 */
@customElement('sign-in-form')
export class SignInForm extends LitElement {
  static override styles = [baseStyles, buttonStyles, fieldStyles, doorStyles];

  @query('#email') private readonly emailInput!: HTMLInputElement;
  @query('#password') private readonly passwordInput!: HTMLInputElement;
  @state() private problems: CredentialProblems = {};
  @state() private isPasswordShown = false;

  @property() purpose: 'sign_in' | 'accept_link' = 'sign_in';
  @property({ type: Boolean }) isBusy = false;
  @property({ attribute: false }) problem: Problem | undefined;

  override updated(changed: Map<string, unknown>): void {
    // Whoever comes to the door, from a session that has ended too, goes on by typing.
    if (changed.has('purpose')) this.emailInput.focus();
  }

  private get isNew(): boolean {
    return this.purpose === 'accept_link';
  }

  private handleSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.isBusy) return;
    const detail: Credentials = {
      email: this.emailInput.value.trim(),
      password: this.passwordInput.value,
    };
    this.problems = credentialProblems(detail, { isNew: this.isNew });
    if (this.problems.email !== undefined) this.emailInput.focus();
    else if (this.problems.password !== undefined) this.passwordInput.focus();
    else {
      this.dispatchEvent(
        new CustomEvent('credentials-given', { detail, bubbles: true, composed: true }),
      );
    }
  }

  private handleShow(): void {
    this.isPasswordShown = !this.isPasswordShown;
  }

  private handleSkip(): void {
    this.dispatchEvent(new CustomEvent('link-skipped', { bubbles: true, composed: true }));
  }

  private renderEmail() {
    const { email } = this.problems;
    return html`
      <div class="field">
        <label for="email">E-mail</label>
        <input
          id="email"
          name="email"
          type="email"
          autocomplete="username"
          maxlength="254"
          aria-invalid=${email === undefined ? 'false' : 'true'}
          aria-describedby="email-problem"
        />
        <p class="error" id="email-problem" ?hidden=${email === undefined}>${email}</p>
      </div>
    `;
  }

  private renderPassword() {
    const { password } = this.problems;
    const autocomplete = this.isNew ? 'new-password' : 'current-password';
    return html`
      <div class="field">
        <label for="password">Password</label>
        <div class="with-button">
          <input
            id="password"
            name="password"
            type=${this.isPasswordShown ? 'text' : 'password'}
            autocomplete=${autocomplete}
            maxlength=${limits.adminPasswordCharactersMax}
            autocapitalize="off"
            spellcheck="false"
            aria-invalid=${password === undefined ? 'false' : 'true'}
            aria-describedby="password-hint password-problem"
          />
          <button
            class="button"
            type="button"
            aria-pressed=${this.isPasswordShown ? 'true' : 'false'}
            @click=${this.handleShow}
          >
            Show<span class="visually-hidden">&nbsp;password</span>
          </button>
        </div>
        <p class="hint" id="password-hint" ?hidden=${!this.isNew}>
          At least ${limits.adminPasswordCharactersMin} characters. A few words are easier to keep
          than signs.
        </p>
        <p class="error" id="password-problem" ?hidden=${password === undefined}>${password}</p>
      </div>
    `;
  }

  private renderProblem() {
    if (this.problem === undefined) return nothing;
    const { title, detail } = problemWords(this.problem);
    const name = this.problem.kind === 'refused' ? this.problem.refusal.code : '';
    const tone = name === 'unauthorized' ? 'plain' : 'bad';
    return html`<page-notice .tone=${tone} .headline=${title} .detail=${detail}></page-notice>`;
  }

  private renderFoot() {
    if (this.isNew) {
      return html`
        <button class="button plain" type="button" @click=${this.handleSkip}>
          I have a password: sign in
        </button>
      `;
    }
    return html`
      <p class="hint">
        No password yet, or forgotten? On the server, run
        <code>npm run -s fairground -- admin-link</code> and open the address it prints.
      </p>
    `;
  }

  override render() {
    const verb = this.isNew ? 'Save and open the figures' : 'Sign in';
    const busy = this.isNew ? 'Saving…' : 'Signing in…';
    return html`
      <div class="door">
        <h1>${this.isNew ? 'Welcome. Choose how you sign in.' : 'Sign in'}</h1>
        ${this.renderProblem()}
        <form class="card" novalidate @submit=${this.handleSubmit}>
          ${this.renderEmail()} ${this.renderPassword()}
          <button
            class="button primary"
            type="submit"
            aria-disabled=${this.isBusy ? 'true' : 'false'}
          >
            ${this.isBusy ? busy : verb}
          </button>
        </form>
        ${this.renderFoot()}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-form': SignInForm;
  }
  interface HTMLElementEventMap {
    'credentials-given': CustomEvent<Credentials>;
    'link-skipped': CustomEvent<void>;
  }
}
