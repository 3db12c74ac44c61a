/** The problems and the study plans, as the page has them. */
export { edgeClasses, loadProblem, plans, problems } from 'virtual:catalog';
