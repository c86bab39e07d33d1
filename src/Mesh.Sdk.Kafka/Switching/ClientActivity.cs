namespace Mesh.Sdk.Kafka.Switching;

/// <summary>What a switchable client does at the moment.</summary>
public enum ClientActivity
{
    /// <summary>It finishes at one cluster, or begins at another.</summary>
    Switching,

    /// <summary>It works on the active cluster.</summary>
    Working,

    /// <summary>It has finished and waits.</summary>
    Held,
}
