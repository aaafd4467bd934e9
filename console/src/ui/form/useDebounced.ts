import { useEffect, useState } from "react";

/** The value once typing has paused. */
export const useDebounced = <T>(value: T, wait = 300): T => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
};
