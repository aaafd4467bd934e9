/** How this person likes the screen, and the colour of the place it belongs to. */
import { createContext, useContext } from "react";

export interface Display {
  readonly large: boolean;
  readonly setLarge: (large: boolean) => void;
  readonly accent: string;
  readonly setAccent: (accent: string) => void;
}

export const DisplayContext = createContext<Display | null>(null);

export const useDisplay = (): Display => {
  const display = useContext(DisplayContext);
  if (!display) throw new Error("DisplayContext is missing");
  return display;
};
