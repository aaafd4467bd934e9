/** Cards with a QR code each, to be printed, cut out and put up: a facility, a need, a station, an activity, a patrol point. */
import { PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { usePack } from "../api/session.ts";
import { BackButton } from "./BackButton.tsx";
import { QrCode } from "./QrCode.tsx";
import "./print.css";

export interface QrCard {
  readonly id: string;
  readonly title: string;
  /** What it is, and where. */
  readonly kind?: string;
  readonly place?: string;
  /** Path on the phone app, as `/c/abc`. */
  readonly path: string;
  /** What to do with it. */
  readonly hint?: string;
}

/** Where a scan leads: the phone app, with the place named for whoever is not signed in. */
export const phoneLink = (path: string, tenant: string): string =>
  `${window.location.origin}/m${path}${path.includes("?") ? "&" : "?"}place=${tenant}`;

interface QrSheetProps {
  readonly cards: readonly QrCard[];
  readonly tenant: string;
}

export const QrSheet = ({ cards, tenant }: QrSheetProps) => {
  const brand = usePack()?.brand;
  const single = cards.length === 1;
  return (
    <>
      <div className="page-tools no-print">
        <BackButton />
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
          打印{single ? "" : ` ${cards.length} 张`}
        </Button>
      </div>
      <ul className={single ? "plain-list qr-cards qr-single" : "plain-list qr-cards"}>
        {cards.map((card) => (
          <li key={card.id} className="qr-card">
            <div className="qr-brand">{brand}</div>
            <h2>{card.title}</h2>
            <QrCode text={phoneLink(card.path, tenant)} label={`“${card.title}”的二维码`} size={single ? 280 : 150} />
            <div className="qr-hint">{card.hint ?? "扫一扫，查看和认领"}</div>
            <div className="muted small">{[card.kind, card.place].filter(Boolean).join(" · ")}</div>
          </li>
        ))}
      </ul>
    </>
  );
};
