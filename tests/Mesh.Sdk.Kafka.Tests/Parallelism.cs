using Mesh.Sdk.Kafka.Tests.Clusters;

// Tests on embedded clusters wait more than they work; those on real ones wait for each other.
[assembly: LevelOfParallelism(4)]
[assembly: ReturnsRealClusters]
