export type { Appointment } from "./reading.ts";
export { bookingHandlers } from "./routes.ts";
export { type Bookings, createBookings } from "./service.ts";
