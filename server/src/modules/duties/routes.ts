import type { Handlers } from "@ginkgo/shared/api/contract.ts";
import type { dutiesApi } from "@ginkgo/shared/api/duties.ts";
import type { patrolsApi } from "@ginkgo/shared/api/patrols.ts";
import type { Call } from "../../platform/http/call.ts";
import type { Actor } from "../authority/index.ts";
import type { Duties } from "./service.ts";

export const dutyHandlers = ({ rotas, shifts, swaps, board }: Duties) =>
  ({
    rotas: ({ actor }, query) => rotas.list(actor, query),
    rota: ({ actor }, { rotaId }) => rotas.one(actor, rotaId),
    addRota: (call, draft) => rotas.add(call, draft),
    changeRota: (call, { rotaId, ...draft }) => rotas.change(call, rotaId, draft),
    endRota: (call, { rotaId, version }) => rotas.end(call, rotaId, version),
    shifts: async ({ actor }, { rotaId, from, to }) => ({ items: await rotas.shifts(actor, rotaId, from, to) }),
    board: (_call, { place, under, day }) => board(place, under, day),
    myShifts: async ({ actor }) => ({ ...(await shifts.mine(actor)), swaps: await swaps.open(actor) }),
    assign: (call, { shiftId, ...given }) => shifts.assign(call, shiftId, given),
    signUp: (call, { shiftId }) => shifts.signUp(call, shiftId),
    leave: (call, { shiftId }) => shifts.leave(call, shiftId),
    noteShift: (call, { shiftId, ...given }) => shifts.note(call, shiftId, given),
    cancelShift: (call, { shiftId, ...given }) => shifts.cancel(call, shiftId, given),
    colleagues: async ({ actor }, { shiftId }) => ({ items: await swaps.colleagues(actor, shiftId) }),
    askSwap: (call, { shiftId, ...given }) => swaps.ask(call, shiftId, given),
    answerSwap: (call, { swapId, answer }) => swaps.answer(call, swapId, answer),
  }) satisfies Handlers<Call<Actor>, typeof dutiesApi>;

export const patrolHandlers = ({ patrolRoutes, squads, rounds, figures }: Duties) =>
  ({
    routes: async ({ actor }, { under }) => ({ items: await patrolRoutes.routes(actor, under) }),
    addRoute: (call, draft) => patrolRoutes.addRoute(call, draft),
    changeRoute: (call, { routeId, ...draft }) => patrolRoutes.changeRoute(call, routeId, draft),
    renewCode: (call, { routeId, pointId }) => patrolRoutes.renewCode(call, routeId, pointId),
    squads: async ({ actor }, { under }) => ({ items: await squads.squads(actor, under) }),
    addSquad: (call, draft) => squads.addSquad(call, draft),
    changeSquad: (call, { squadId, ...draft }) => squads.changeSquad(call, squadId, draft),
    rounds: ({ actor }, query) => rounds.list(actor, query),
    round: ({ actor }, { roundId }) => rounds.one(actor, roundId),
    begin: (call, given) => rounds.begin(call, given),
    join: (call, { roundId }) => rounds.join(call, roundId),
    tick: (call, { roundId, code }) => rounds.tick(call, roundId, code),
    find: (call, { roundId, ...given }) => rounds.find(call, roundId, given),
    end: (call, { roundId, note }) => rounds.end(call, roundId, note),
    figures: ({ actor }, query) => figures(actor, query),
  }) satisfies Handlers<Call<Actor>, typeof patrolsApi>;
