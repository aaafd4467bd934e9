/** What people take part in, as tiles; each is there only where the place has it. Other features add theirs here. */
import type { Me } from "@ginkgo/shared/api/identity.ts";
import type { PackView } from "@ginkgo/shared/api/pack.ts";
import {
  CalendarOutline,
  CheckShieldOutline,
  ClockCircleOutline,
  EnvironmentOutline,
  FileOutline,
  GiftOutline,
  HeartOutline,
  LikeOutline,
  SmileOutline,
  TeamOutline,
} from "antd-mobile-icons";
import type { ComponentType } from "react";

export interface Tile {
  readonly path: string;
  readonly label: string;
  readonly hint: string;
  readonly icon: ComponentType;
  readonly shown: (pack: PackView, me: Me) => boolean;
}

export const tiles: readonly Tile[] = [
  {
    path: "/registrations",
    label: "双报到",
    hint: "到社区报到，我的报到",
    icon: CheckShieldOutline,
    shown: ({ participation }) => participation.registrations.length > 0,
  },
  {
    path: "/activities",
    label: "活动",
    hint: "志愿服务、课程、讲座",
    icon: CalendarOutline,
    shown: ({ participation }) => participation.activities.length > 0,
  },
  {
    path: "/claims",
    label: "认领",
    hint: "需求、资源和项目",
    icon: HeartOutline,
    shown: ({ participation }) => participation.claimables.length > 0,
  },
  {
    path: "/matching",
    label: "适合我的",
    hint: "想请您帮忙的事",
    icon: LikeOutline,
    shown: ({ participation }) => participation.claimables.some(({ matches }) => matches === "need"),
  },
  {
    path: "/agreements",
    label: "共建协议",
    hint: "协议、会议和要办的事",
    icon: FileOutline,
    shown: ({ participation }) => participation.agreements,
  },
  {
    path: "/bookings",
    label: "预约",
    hint: "场地和上门服务",
    icon: ClockCircleOutline,
    shown: ({ participation }) => (participation.bookables ?? []).length > 0,
  },
  {
    path: "/duties",
    label: "值班",
    hint: "我的班次，报名和换班",
    icon: TeamOutline,
    shown: ({ participation }) => (participation.rotas ?? []).length > 0,
  },
  {
    path: "/patrols",
    label: "巡逻",
    hint: "到点打卡，记下问题",
    icon: EnvironmentOutline,
    shown: ({ participation }) => (participation.patrols ?? []).length > 0,
  },
  {
    path: "/visits",
    label: "走访",
    hint: "由我定期看望的人",
    icon: SmileOutline,
    shown: ({ participation }, me) => (participation.cares ?? []).length > 0 && me.roles.length > 0,
  },
  {
    path: "/points",
    label: "积分",
    hint: "自愿参加，可以兑换",
    icon: GiftOutline,
    shown: ({ participation }) => Boolean(participation.points),
  },
];

/** A pack kept on the phone by an older version of the app has no such section. */
export const tilesFor = (pack: PackView, me: Me): readonly Tile[] =>
  pack.participation === undefined ? [] : tiles.filter(({ shown }) => shown(pack, me));
