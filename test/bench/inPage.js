// Runs in every page before its own scripts. The editor shows the page of an extension in a frame of a frame, and writes it there in a way that
// ends whatever ran in the inner one; so the outer one looks on. It says when the inner page was drawn, and times keys from then on.
// "Painted" is the first task after the frame in which a change stood: its style, layout and paint are behind it by then.
if (globalThis.location.pathname.endsWith('/webview/browser/pre/index.html')) {
  const { document, requestAnimationFrame } = globalThis;

  /** To be called before a frame is painted. */
  const afterPaint = (work) => {
    const { port1, port2 } = new globalThis.MessageChannel();
    port1.onmessage = work;
    port2.postMessage(null);
  };

  /** From the key as the browser took it to the character on screen. */
  const timeKeys = (page) => {
    const times = (page.benchKeys = []);
    let pressed = 0;
    page.addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), true);
    page.addEventListener('input', () => {
      const from = pressed;
      requestAnimationFrame(() => afterPaint(() => times.push(page.performance.now() - from)));
    }, true);
  };

  const report = (page, screen) => {
    const { timeOrigin } = page.performance;
    const [first] = page.performance.getEntriesByName('first-contentful-paint');
    if (!first) return requestAnimationFrame(() => report(page, screen));
    timeKeys(page);
    globalThis.benchDrawn({ firstPaint: timeOrigin + first.startTime, screen: timeOrigin + screen });
  };

  const look = () => {
    const page = document.querySelector('#active-frame')?.contentWindow;
    if (page?.document.querySelector('#question, .board[aria-busy="false"]')) afterPaint(() => report(page, page.performance.now()));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
