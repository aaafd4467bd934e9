/** 泾阳县: eight kinds of room in the centres, agency at home, desk and compound rotas, compound patrols, regular visits. */
import { deskRota, homeVisit, patrol, room, usualCares, usualRotas, volunteerRota, workdays } from "../base/duties.ts";

export const bookables = {
  room: room({ label: "党群服务中心场地", description: "议事厅、调解室、书屋、活动室、培训室等，免费预约。" }),
  visit: homeVisit({ label: "代办上门", description: "快递代取、缴费代办、证件代办，行动不便的居民可以约人上门。" }),
};

export const rotas = {
  ...usualRotas,
  desk: deskRota({ label: "驿站值班" }),
  volunteers: volunteerRota({ label: "驿站志愿岗" }),
};

export const patrols = {
  compound: patrol({
    label: "小区巡查",
    times: [
      { days: workdays, at: "10:00" },
      { days: [1, 2, 3, 4, 5, 6, 7], at: "19:30" },
    ],
  }),
};

export const cares = usualCares;
