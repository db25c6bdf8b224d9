/** An icon of codicons, as the text of its file (esbuild's text loader). */
declare module '*.svg' {
  const text: string;
  export default text;
}
