namespace Mesh.Sdk.Topology.Demo;

/// <summary>A Deployment of the demo application.</summary>
internal sealed record DemoDeployment(string Service, string Version, int Replicas, params (string Name, string Value)[] Environment);
