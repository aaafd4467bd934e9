export const dutiesKey = "duties";
