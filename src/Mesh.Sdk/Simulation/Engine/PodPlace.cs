namespace Mesh.Sdk.Simulation.Engine;

/// <summary>The pods of a service in a cluster.</summary>
internal sealed record PodPlace(string Cluster, Pod[] Pods, CapacityRecorder Recorder);
