// Whether the host page is light or dark, and when that changes.

const luminance = (colour: string): number | null => {
  const parts = colour.match(/[\d.]+/g)?.map(Number);
  if (!parts || parts.length < 3 || (parts[3] ?? 1) < 0.5) return null;
  return (0.2126 * parts[0]! + 0.7152 * parts[1]! + 0.0722 * parts[2]!) / 255;
};

const isDark = (): boolean => {
  const { body, documentElement: html } = document;
  const lab = body.getAttribute("data-jp-theme-light");
  if (lab !== null) return lab === "false";
  const code = body.getAttribute("data-vscode-theme-kind");
  if (code !== null) return code.includes("dark");
  const colab = html.getAttribute("theme");
  if (colab !== null) return colab === "dark";
  if (html.classList.contains("dark") || body.classList.contains("dark")) return true;
  const painted = luminance(getComputedStyle(body).backgroundColor);
  return painted === null ? matchMedia("(prefers-color-scheme: dark)").matches : painted < 0.5;
};

/** Calls `apply` now and on every change; returns what ends it. */
export const followTheme = (apply: (dark: boolean) => void): (() => void) => {
  const update = () => apply(isDark());
  update();
  const observer = new MutationObserver(update);
  for (const element of [document.body, document.documentElement]) {
    observer.observe(element, { attributes: true, attributeFilter: ["class", "theme", "data-jp-theme-light", "data-vscode-theme-kind"] });
  }
  const media = matchMedia("(prefers-color-scheme: dark)");
  media.addEventListener("change", update);
  return () => {
    observer.disconnect();
    media.removeEventListener("change", update);
  };
};
