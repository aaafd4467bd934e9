import qrcode from "qrcode-generator";
import { useMemo } from "react";

interface QrCodeProps {
  readonly text: string;
  /** What scanning it opens, for whoever cannot see it. */
  readonly label: string;
  readonly size?: number;
}

/** Drawn as one path, so that it stays sharp on paper of any size. */
const pathOf = (text: string): { readonly path: string; readonly cells: number } => {
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  const cells = code.getModuleCount();
  let path = "";
  for (let row = 0; row < cells; row++)
    for (let column = 0; column < cells; column++) if (code.isDark(row, column)) path += `M${column} ${row}h1v1h-1z`;
  return { path, cells };
};

/** A quiet edge of four cells is part of the code. */
const edge = 4;

export const QrCode = ({ text, label, size = 180 }: QrCodeProps) => {
  const { path, cells } = useMemo(() => pathOf(text), [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`${-edge} ${-edge} ${cells + 2 * edge} ${cells + 2 * edge}`}
      shapeRendering="crispEdges"
    >
      <rect x={-edge} y={-edge} width="100%" height="100%" fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};
