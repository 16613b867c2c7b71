/** The shop's own script. Everything works without it but the wheel, which needs a script anyway. */

/**
 * @typedef {(...call: unknown[]) => void} Fairground
 */
const page = /** @type {Window & { fairground?: Fairground }} */ (window);

// Calls made before Fairground has arrived wait in a queue, where it finds them.
/** @type {unknown[][]} */
const queue = [];
page.fairground ??= Object.assign(
  /** @type {Fairground} */ (...call) => {
    queue.push(call);
  },
  { q: queue },
);

const mark = 'hien-signed-in';

tellOfSignIn();
askForConsent();
takeVouchers();

/** Each sign-in is told once, whichever tab sees it first; a page without one ends what was told before. */
function tellOfSignIn() {
  /** @type {HTMLMetaElement | null} */
  const meta = document.querySelector('meta[name="shop-identity"]');
  const told = recall();
  if (meta) {
    if (told === meta.dataset.signIn) return;
    remember(meta.dataset.signIn ?? null);
    page.fairground?.('identify', meta.content);
  } else if (told !== null) {
    remember(null);
    page.fairground?.('reset');
  }
}

function recall() {
  try {
    return localStorage.getItem(mark);
  } catch {
    return null;
  }
}

/** @param {string | null} signIn */
function remember(signIn) {
  try {
    if (signIn === null) localStorage.removeItem(mark);
    else localStorage.setItem(mark, signIn);
  } catch {
    // A browser that keeps nothing is told again on the next page, which does no harm.
  }
}

/** The answer is kept as the form would keep it, and takes effect without loading the page again. */
function askForConsent() {
  for (const form of document.querySelectorAll('.consent [data-consent-form]')) {
    form.addEventListener('submit', (event) => {
      const choice = event.submitter?.value === 'yes' ? 'yes' : 'no';
      event.preventDefault();
      document.cookie = `hien_consent=${choice}; Path=/; SameSite=Lax; Max-Age=${180 * 86_400}`;
      page.fairground?.('consent', choice === 'yes');
      form.closest('.consent')?.remove();
      document.getElementById('main')?.focus({ preventScroll: true });
    });
  }
}

/** "Use it now": the code goes into the cart, as if it had been typed there. */
function takeVouchers() {
  document.addEventListener('fairground-voucher-offered', (event) => {
    if (!(event instanceof CustomEvent)) return;
    event.preventDefault();
    const form = document.createElement('form');
    form.method = 'post';
    form.action = '/cart/code';
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = 'code';
    field.value = String(event.detail.code);
    form.append(field);
    document.body.append(form);
    form.submit();
  });
}
