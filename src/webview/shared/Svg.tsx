import type { JSX } from 'preact';

interface SvgProps {
  /** The text of an icon's file. Our own, from the bundle, never a person's. */
  readonly svg: string;
  /** What it says, where no words beside it do. Without, it is decoration. */
  readonly label?: string | undefined;
}

/** An icon, 16 px, in the colour of the text around it. */
export function Svg({ svg, label }: SvgProps): JSX.Element {
  const named = label === undefined ? ({ 'aria-hidden': 'true' } as const) : ({ role: 'img', 'aria-label': label } as const);
  return <svg class="icon" viewBox="0 0 16 16" {...named} dangerouslySetInnerHTML={{ __html: inside(svg) }} />;
}

/** What stands between the tags of the file. */
function inside(svg: string): string {
  return svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'));
}
