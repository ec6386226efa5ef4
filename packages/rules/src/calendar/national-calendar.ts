import { buildHolidayCalendar, type HolidayCalendar, type HolidayYear } from './holiday-calendar';
import { holidays2019to2022 } from './holidays-2019-2022.data';
import { holidays2023to2026 } from './holidays-2023-2026.data';

/** Every year whose notice is built in, oldest first, with its sources. */
export const nationalHolidayYears: readonly HolidayYear[] = [...holidays2019to2022, ...holidays2023to2026];

/** The calendar used when no other is passed. */
export const nationalCalendar: HolidayCalendar = buildHolidayCalendar(nationalHolidayYears);
