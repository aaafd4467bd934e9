import { useLayoutEffect } from "react";
import { useLocation, useNavigationType } from "react-router";

const places = new Map<string, number>();

/** New pages begin at the top; going back returns to where one was in the list. */
export const useScrollMemory = (): void => {
  const { key } = useLocation();
  const type = useNavigationType();
  useLayoutEffect(() => {
    const target = type === "POP" ? (places.get(key) ?? 0) : 0;
    window.scrollTo(0, target);
    // Lists are drawn from the cache, but a page that is being loaded needs a moment to be tall enough.
    const again = target > 0 ? setTimeout(() => window.scrollTo(0, target), 150) : undefined;
    const remember = () => places.set(key, window.scrollY);
    window.addEventListener("scroll", remember, { passive: true });
    return () => {
      clearTimeout(again);
      window.removeEventListener("scroll", remember);
    };
  }, [key, type]);
};
