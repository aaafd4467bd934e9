import { useEffect, useState } from "react";

/** The value once it has stood still: a search is not sent for every key. */
export const useDelayed = <T>(value: T, ms = 300): T => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
};
