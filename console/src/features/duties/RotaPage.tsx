/** The shifts of a rota over four weeks: who stands when; printable. */
import {
  DownloadOutlined,
  EditOutlined,
  LeftOutlined,
  PrinterOutlined,
  RightOutlined,
  StopOutlined,
} from "@ant-design/icons";
import { dutiesApi, type Shift } from "@ginkgo/shared/api/duties.ts";
import { addDays, dayOf, dayWords, minutesAt, mondayOf, timeOf } from "@ginkgo/shared/day.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Card, Popconfirm, Tag } from "antd";
import { useState } from "react";
import { useParams, useSearchParams } from "react-router";
import { detailOf } from "../../ui/api/client.ts";
import { keyOf, useChange, useFetch } from "../../ui/api/hooks.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, Loaded } from "../../ui/States.tsx";
import { RotaForm } from "./RotaForm.tsx";
import { ShiftActions } from "./ShiftActions.tsx";
import "./duties.css";

const span = 28;
const clock = (instant: string): string => timeOf(minutesAt(new Date(instant)));

const ShiftLine = ({ shift }: { shift: Shift }) => {
  const missing = shift.needed - shift.people.length;
  return (
    <div className={shift.cancelled ? "shift-one off" : "shift-one"}>
      <span className="shift-clock">
        {clock(shift.startsAt)}–{clock(shift.endsAt)}
      </span>
      {shift.label ? <span className="muted">{shift.label}</span> : null}
      <strong className="wrap">
        {shift.people.map(({ name, how }) => `${name}${how === "swapped" ? "（换班）" : ""}`).join("、") || "—"}
      </strong>
      {missing > 0 && !shift.cancelled ? <Tag className="tag tag-waiting">缺 {missing} 人</Tag> : null}
      {shift.cancelled ? <Tag className="tag tag-stopped">取消：{shift.reason}</Tag> : null}
      <span className="no-print">
        <ShiftActions shift={shift} />
      </span>
      {shift.note ? <span className="shift-note muted small pre">值班记录：{shift.note}</span> : null}
    </div>
  );
};

export const RotaPage = () => {
  const { rotaId = "" } = useParams();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const [editing, setEditing] = useState(false);
  const from = mondayOf(search.get("from") ?? dayOf(new Date()));
  const to = addDays(from, span - 1);
  const query = useFetch(dutiesApi.rota, { rotaId });
  const shifts = useFetch(dutiesApi.shifts, { rotaId, from, to }, { keep: true });
  const end = useChange(dutiesApi.endRota, () => {
    void queries.invalidateQueries({ queryKey: keyOf(dutiesApi.rota) });
    void queries.invalidateQueries({ queryKey: keyOf(dutiesApi.shifts) });
    void queries.invalidateQueries({ queryKey: keyOf(dutiesApi.rotas) });
    void message.success("已停用");
  });
  const move = (day: string) => setSearch({ from: day }, { replace: true });
  const today = dayOf(new Date());
  return (
    <Loaded query={query}>
      {(rota) => (
        <>
          <PageHead
            title={rota.name}
            note={[rota.kindLabel, rota.trail, rota.place, rota.ended ? "已停用" : null].filter(Boolean).join(" · ")}
            extra={
              <>
                <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
                  打印
                </Button>
                <Button
                  icon={<DownloadOutlined />}
                  href={`/api/v1/rotas/${rotaId}/export.xlsx?from=${from}&to=${to}&app=console`}
                >
                  Excel
                </Button>
                {rota.mayEdit && !rota.ended ? (
                  <>
                    <Popconfirm
                      title="停用这个值班表？以后的班次会取消，值班的人会收到通知。"
                      onConfirm={() =>
                        end.mutate(
                          { rotaId, version: rota.version },
                          { onError: (error) => void message.error(detailOf(error)) },
                        )
                      }
                    >
                      <Button danger icon={<StopOutlined />}>
                        停用
                      </Button>
                    </Popconfirm>
                    <Button type="primary" icon={<EditOutlined />} onClick={() => setEditing(true)}>
                      修改
                    </Button>
                  </>
                ) : null}
              </>
            }
          />
          <div className="month-bar">
            <Button className="no-print" icon={<LeftOutlined />} onClick={() => move(addDays(from, -span))}>
              前四周
            </Button>
            <Button className="no-print" onClick={() => move(today)}>
              现在
            </Button>
            <Button
              className="no-print"
              icon={<RightOutlined />}
              iconPlacement="end"
              onClick={() => move(addDays(from, span))}
            >
              后四周
            </Button>
            <h2>
              {dayWords(from)} 至 {dayWords(to)}
            </h2>
          </div>
          <Card className="flush">
            <Loaded query={shifts}>
              {({ items }) => {
                const days = Map.groupBy(items, ({ startsAt }) => dayOf(new Date(startsAt)));
                return days.size === 0 ? (
                  <EmptyState text="这四周没有班次" />
                ) : (
                  [...days].map(([day, all]) => (
                    <div key={day} className={day === today ? "shift-day today" : "shift-day"}>
                      <strong>{dayWords(day)}</strong>
                      <div>
                        {all.map((shift) => (
                          <ShiftLine key={shift.id} shift={shift} />
                        ))}
                      </div>
                    </div>
                  ))
                );
              }}
            </Loaded>
          </Card>
          {editing ? <RotaForm rota={rota} onClose={() => setEditing(false)} onSaved={() => undefined} /> : null}
        </>
      )}
    </Loaded>
  );
};
