/** The phone's "back" closes the sheet on top, not the page below it with everything that was typed. */
import { useEffect, useRef } from "react";

const open: (() => void)[] = [];
/** Going back by ourselves also makes a popstate; those are not a person's wish. */
let ours = 0;

window.addEventListener("popstate", () => {
  if (ours > 0) ours -= 1;
  else open.pop()?.();
});

export const useBackCloses = (isOpen: boolean, onClose: () => void): void => {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (!isOpen) return;
    const mine = () => close.current();
    open.push(mine);
    // The router's own state is kept, so that for it nothing has moved.
    history.pushState({ ...history.state, sheet: true }, "");
    return () => {
      const index = open.lastIndexOf(mine);
      if (index < 0) return;
      open.splice(index, 1);
      if (!history.state?.sheet) return;
      ours += 1;
      history.back();
    };
  }, [isOpen]);
};
