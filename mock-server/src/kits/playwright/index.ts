export { type FollowedPage, type Minibell, type MinibellFixtures, type MinibellOptions, minibell } from './fixture.ts'
