/** What the loader imports: defines the elements and takes over its queue. */
import { FairgroundPanel } from './elements/panel.ts';
import { FairgroundWheel } from './games/wheel.ts';
import { Fair, shareFair, type FairOptions } from './state/fair.ts';

export interface Loader {
  readonly options: FairOptions;
  /** `start` puts the panel on that side of a desk. */
  readonly at?: string | undefined;
  /** Calls that came before us. */
  readonly calls: unknown[][];
}

/** Called once a page, by the loader. Returns what takes each further call. */
export function connect({ options, at, calls }: Loader): (call: unknown[]) => void {
  const fair = new Fair(options);
  const { session } = fair;
  shareFair(fair);
  customElements.define('fairground-wheel', FairgroundWheel);
  customElements.define('fairground-panel', FairgroundPanel);
  const panel = document.createElement('fairground-panel');
  panel.toggleAttribute('at-start', at === 'start');
  document.body.append(panel);
  void fair.open();
  addEventListener('online', () => void session.settlePending());

  async function take([name, first, then]: unknown[]): Promise<void> {
    if (name === 'open') panel.open();
    else if (name === 'close') panel.close();
    else if (name === 'track') {
      if (first === 'shown' || first === 'opened' || first === 'started') {
        fair.track(first, String(then));
      }
    } else if (name === 'reset') {
      session.leave();
      await session.start();
    } else if (name === 'identify') {
      const { identify } = await import('./state/account.ts');
      await identify(session, String(first));
    }
  }
  for (const call of calls) void take(call);
  return (call) => void take(call).catch(() => {});
}
