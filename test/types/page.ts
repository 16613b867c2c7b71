/** How a shop's own script speaks to the page: right use compiles, wrong use does not. */
import '../../dist/widget/types/fairground.js';

fairground('open');
fairground('open', 'wallet');
fairground('open', 'the-autumn-wheel');
fairground('close');
fairground('identify', 'a.signed.token');
fairground('consent', true);
fairground('track', 'shown', 'the-autumn-wheel');
fairground('reset');
fairground('on', 'prize-won', ({ prizeId, points = 0 }) => prizeId.slice(points));
// @ts-expect-error Nothing of that name.
fairground('opne');
// @ts-expect-error A token is a text.
fairground('identify', 7);
// @ts-expect-error The answer is yes or no.
fairground('consent', 'granted');
// @ts-expect-error The browser counts nothing else.
fairground('track', 'won', 'the-autumn-wheel');
// @ts-expect-error No such event.
fairground('on', 'prize-lost', () => undefined);
// @ts-expect-error A prize has no code.
fairground('on', 'prize-won', ({ code }) => code);

const wheel = document.createElement('fairground-wheel');
wheel.game = 'the-autumn-wheel';
wheel.addEventListener('fairground-refused', ({ detail }) => detail.nextAt?.toFixed());
document.addEventListener('fairground-voucher-offered', (event) => {
  event.preventDefault();
  return event.detail.code.toUpperCase();
});
document.querySelector('fairground-check-in')?.setAttribute('item', 'september');
const launcher = document.createElement('fairground-launcher');
launcher.setAttribute('label', 'Win tea');
// @ts-expect-error It is read from the attribute alone.
launcher.label = 'Win tea';
// @ts-expect-error The id of a game is a text.
wheel.game = 7;
// @ts-expect-error A wheel shows no item.
wheel.item = 'september';
// @ts-expect-error The code comes with another event.
wheel.addEventListener('fairground-prize-won', ({ detail }) => detail.code);
