/** Moves the border between the two panes: by pointer, by arrow keys, remembered for the next visit. */

const smallest = 20;
const largest = 80;
const memory = "side-by-side.share";

const panes = document.querySelector<HTMLElement>("[data-panes]");
const divider = document.querySelector<HTMLElement>("[data-divider]");

const clamp = (share: number): number => Math.min(largest, Math.max(smallest, Math.round(share)));

const start = (frame: HTMLElement, handle: HTMLElement): void => {
  const show = (share: number): void => {
    frame.style.setProperty("--teams-share", `${share}fr`);
    frame.style.setProperty("--excel-share", `${100 - share}fr`);
    handle.setAttribute("aria-valuenow", String(share));
    handle.setAttribute("aria-valuetext", `Teams ${share} percent, Excel ${100 - share} percent`);
  };
  const current = (): number => Number(handle.getAttribute("aria-valuenow"));
  const move = (share: number): void => {
    const next = clamp(share);
    show(next);
    localStorage.setItem(memory, String(next));
  };
  const isRightToLeft = (): boolean => getComputedStyle(frame).direction === "rtl";

  handle.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    handle.focus();
    handle.setPointerCapture(event.pointerId);
    // The frame of Excel would swallow the pointer otherwise.
    frame.classList.add("dragging");
  });
  handle.addEventListener("pointermove", (event) => {
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const { left, width } = frame.getBoundingClientRect();
    const share = ((event.clientX - left) / width) * 100;
    move(isRightToLeft() ? 100 - share : share);
  });
  for (const end of ["pointerup", "pointercancel", "lostpointercapture"] as const) {
    handle.addEventListener(end, () => frame.classList.remove("dragging"));
  }
  handle.addEventListener("dblclick", () => move(50));
  handle.addEventListener("keydown", (event) => {
    const forward = isRightToLeft() ? -1 : 1;
    const steps: Readonly<Record<string, number>> = { ArrowLeft: -2 * forward, ArrowRight: 2 * forward };
    const goals: Readonly<Record<string, number>> = { Home: smallest, End: largest, Enter: 50 };
    const step = steps[event.key];
    const goal = step === undefined ? goals[event.key] : current() + step;
    if (goal === undefined) return;
    event.preventDefault();
    move(goal);
  });
  const remembered = Number(localStorage.getItem(memory));
  show(remembered > 0 ? clamp(remembered) : 50);
};

if (panes && divider) start(panes, divider);

/** With JavaScript the choice is enough; the button stays for everybody else. */
const person = document.querySelector<HTMLSelectElement>("#person");
person?.form?.classList.add("immediate");
person?.addEventListener("change", () => person.form?.requestSubmit());
