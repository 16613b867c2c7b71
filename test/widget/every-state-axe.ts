/** Axe over every state there is, in one language: by day, by night, and in every theme once. */
import { axeProblems } from './axe.ts';
import { everyState, settled, withState } from './every-state.ts';
import { equal } from './helper.ts';

/** Two files call it, since each state stands up anew for a language. */
export function axeFindsNothing(locale: string, others: readonly string[] = []): void {
  describe('axe finds nothing', () => {
    for (const named of everyState) {
      it(`with ${named.key}, in ${locale}`, async () => {
        const setting = { locale, theme: 'dusk', isStill: false };
        await withState(named, setting, async ({ fair, root }) => {
          equal(await axeProblems(), [], 'dusk');
          for (const theme of ['matinee', ...(named.isFirst ? others : [])]) {
            setting.theme = theme;
            root.host.setAttribute('theme', theme);
            fair.session.announce();
            await settled();
            // Another theme is other colours, and nothing else.
            equal(await axeProblems(theme !== 'matinee'), [], theme);
          }
        });
      });
    }
  });
}
