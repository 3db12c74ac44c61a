/** The problems, as the page has them. */
export { edgeClasses, loadProblem, problems } from 'virtual:catalog';
