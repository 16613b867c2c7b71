/** The elements in JSX of React. */
import '../../dist/widget/types/react.js';

export const right = (
  <main>
    <fairground-wheel
      game="the-autumn-wheel"
      className="wide"
      ref={(wheel) => void wheel?.game?.length}
      onfairground-prize-won={({ detail }) => detail.prizeId.toUpperCase()}
      onfairground-refused={(event) => event.detail.nextAt?.toFixed()}
    />
    <fairground-panel mode="inline">
      <b slot="header">Hiên</b>
    </fairground-panel>
    <fairground-launcher label="Win tea" />
    <fairground-check-in item="september" style={{ maxInlineSize: 416 }} />
    <fairground-wallet onfairground-voucher-offered={(event) => event.preventDefault()} />
  </main>
);

export const wrong = (
  <main>
    {/* @ts-expect-error The id of a game is a text. */}
    <fairground-wheel game={7} />
    {/* @ts-expect-error No such attribute. */}
    <fairground-wheel gaem="the-autumn-wheel" />
    {/* @ts-expect-error A prize has no code. */}
    <fairground-wheel onfairground-prize-won={({ detail }) => detail.code} />
    {/* @ts-expect-error A listener is a function. */}
    <fairground-wheel onfairground-prize-won="say" />
    {/* @ts-expect-error No such element. */}
    <fairground-weel />
    {/* @ts-expect-error It is called by words. */}
    <fairground-launcher label />
    {/* @ts-expect-error It stands in one of three ways. */}
    <fairground-panel mode="outside" />
  </main>
);
