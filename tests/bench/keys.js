// Counts, in a page with a CodeMirror, the time from a key to the frame that shows it, and to the frame that shows another set of findings.

(() => {
  const root = document.querySelector("#editor")?.shadowRoot ?? document;
  const content = root.querySelector(".cm-content");
  const { view } = content.cmTile.root;
  const log = { keys: [], findings: [], long: 0 };
  let pressed = 0;
  let shown = "";
  const ids = () => [...content.querySelectorAll(".g-mark")].map((mark) => mark.dataset.finding).sort().join();
  const painted = (run) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => run(performance.now());
      channel.port2.postMessage(0);
    });
  content.addEventListener("keydown", (event) => {
    pressed = event.timeStamp;
    shown = ids();
    painted((now) => log.keys.push(now - event.timeStamp));
  }, true);
  new MutationObserver(() => {
    if (!pressed || ids() === shown) return;
    const since = pressed;
    pressed = 0;
    painted((now) => log.findings.push(now - since));
  }).observe(content, { subtree: true, childList: true, attributes: true });
  new PerformanceObserver((list) => { log.long += list.getEntries().length; }).observe({ type: "longtask" });
  window.measure = {
    place(at) {
      view.dispatch({ selection: { anchor: at }, effects: view.constructor.scrollIntoView(at, { y: "center" }) });
      view.focus();
    },
    found: () => log.findings.length,
    take() {
      const taken = { ...log };
      log.keys = [];
      log.findings = [];
      log.long = 0;
      return taken;
    },
  };
})();
