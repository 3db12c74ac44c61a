/** The problems and the study plans, as the page has them. */
export { edgeClasses, loadProblem, loadWrongSolutions, plans, problems, rubric } from 'virtual:catalog';
