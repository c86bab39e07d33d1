namespace Mesh.Sdk.Topology;

/// <summary>What clients use towards a service. Source: Istio, <c>destination_rule.proto</c>, message <c>ClientTLSSettings</c>.</summary>
public enum ClientTlsMode
{
    /// <summary>Mutual TLS with the certificates of the mesh.</summary>
    IstioMutual,

    /// <summary>Plain text.</summary>
    Disable,
}
