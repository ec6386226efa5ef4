import year2019 from '../../../../config/holidays/2019.json';
import year2020 from '../../../../config/holidays/2020.json';
import year2021 from '../../../../config/holidays/2021.json';
import year2022 from '../../../../config/holidays/2022.json';
import year2023 from '../../../../config/holidays/2023.json';
import year2024 from '../../../../config/holidays/2024.json';
import year2025 from '../../../../config/holidays/2025.json';
import year2026 from '../../../../config/holidays/2026.json';
import { buildHolidayCalendar, type HolidayCalendar, type HolidayYear } from './holiday-calendar';

/** Every year whose notice this release knows, oldest first: config/holidays, read when the code is built. */
export const nationalHolidayYears: readonly HolidayYear[] = [
  year2019,
  year2020,
  year2021,
  year2022,
  year2023,
  year2024,
  year2025,
  year2026,
];

/** The calendar used when no other is passed. */
export const nationalCalendar: HolidayCalendar = buildHolidayCalendar(nationalHolidayYears);
