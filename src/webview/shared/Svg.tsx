import type { JSX } from 'preact';

interface SvgProps {
  /** What an icon's file draws, as the build took it from its tags. Our own, from the bundle, never a person's. */
  readonly svg: string;
  /** What it says, where no words beside it do. Without, it is decoration. */
  readonly label?: string | undefined;
}

/** An icon, 16 px, in the colour of the text around it. */
export function Svg({ svg, label }: SvgProps): JSX.Element {
  const named = label === undefined ? ({ 'aria-hidden': 'true' } as const) : ({ role: 'img', 'aria-label': label } as const);
  return <svg class="icon" viewBox="0 0 16 16" {...named} dangerouslySetInnerHTML={{ __html: svg }} />;
}
