// What only a wide screen has use for: the light of finished steps beside the text, and the arrow keys.
import '../corridor/steps.element.ts';
import './arrows.ts';
