/** The problems' own checkers, apart from the catalogue so that only the judge's thread loads them. */
export { loadChecker } from 'virtual:checkers';
