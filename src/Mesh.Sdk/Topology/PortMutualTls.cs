namespace Mesh.Sdk.Topology;

/// <summary>The mutual TLS mode of one port, which wins over that of the service.</summary>
/// <param name="Port">Number of the port on the workload, which is the target port if the service has another.</param>
/// <param name="Mode">What the port accepts.</param>
public sealed record PortMutualTls(int Port, MutualTlsMode Mode);
