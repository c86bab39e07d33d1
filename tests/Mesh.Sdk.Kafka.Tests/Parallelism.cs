// Tests on embedded clusters wait more than they work.
[assembly: LevelOfParallelism(4)]
