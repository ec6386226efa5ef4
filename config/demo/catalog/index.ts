import type { DemoEntry } from '../types';
import { affordableHousing } from './affordable-housing';
import { budgets } from './budgets';
import { compulsoryEducation } from './compulsory-education';
import { cultureServices } from './culture-services';
import { disasterRelief } from './disaster-relief';
import { ecology } from './ecology';
import { elderlyCare } from './elderly-care';
import { employment } from './employment';
import { expropriationCompensation } from './expropriation-compensation';
import { farmSubsidies } from './farm-subsidies';
import { foodDrug } from './food-drug';
import { healthServices } from './health-services';
import { householdRegistration } from './household-registration';
import { legalServices } from './legal-services';
import { majorProjects } from './major-projects';
import { municipalServices } from './municipal-services';
import { povertyAlleviation } from './poverty-alleviation';
import { publicResources } from './public-resources';
import { ruralHousingSafety } from './rural-housing-safety';
import { ruralLandExpropriation } from './rural-land-expropriation';
import { socialAssistance } from './social-assistance';
import { socialInsurance } from './social-insurance';
import { taxation } from './taxation';
import { territorialPlanning } from './territorial-planning';
import { urbanEnforcement } from './urban-enforcement';
import { workSafety } from './work-safety';

/** The standard catalog in force: 26 domains. */
export const catalog: DemoEntry[] = [
  ...affordableHousing,
  ...budgets,
  ...compulsoryEducation,
  ...cultureServices,
  ...disasterRelief,
  ...ecology,
  ...elderlyCare,
  ...employment,
  ...expropriationCompensation,
  ...farmSubsidies,
  ...foodDrug,
  ...healthServices,
  ...householdRegistration,
  ...legalServices,
  ...majorProjects,
  ...municipalServices,
  ...povertyAlleviation,
  ...publicResources,
  ...ruralHousingSafety,
  ...ruralLandExpropriation,
  ...socialAssistance,
  ...socialInsurance,
  ...taxation,
  ...territorialPlanning,
  ...urbanEnforcement,
  ...workSafety,
];
