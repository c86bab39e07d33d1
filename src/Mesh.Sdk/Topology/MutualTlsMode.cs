namespace Mesh.Sdk.Topology;

/// <summary>What a workload accepts from its clients. Source: Istio, <c>peer_authentication.proto</c>.</summary>
public enum MutualTlsMode
{
    /// <summary>Plain text and mutual TLS.</summary>
    Permissive,

    /// <summary>Mutual TLS only.</summary>
    Strict,

    /// <summary>Plain text only. Workloads behind the gateway of another network become unreachable.</summary>
    Disable,
}
