import type { HttpBackendPorts } from './backend/client.ts';
import type { Ports } from './ports.ts';

/** Ways to the outside that are needed on use alone: kept out of what every page loads, together with the list of their files. */
export type LatePort = 'caseActions' | 'uploads' | 'booking' | 'attendance';

export const latePorts = (ports: HttpBackendPorts): Pick<Ports, LatePort> => ({
  caseActions: async (url) => (await import('./backend/case-actions.ts')).createCaseActions(url, ports),
  uploads: async (url) => (await import('./uploads/tus.ts')).createUploads(url, ports),
  booking: async (url) => (await import('./backend/booking.ts')).createBooking(url, ports),
  attendance: async (url, token) => (await import('./backend/attendance.ts')).createAttendance(url, token, ports),
});
