namespace Mesh.Sdk.Kafka.Analysis;

/// <summary>What runs MirrorMaker 2.</summary>
public enum MirrorMakerEngine
{
    /// <summary>MirrorMaker's own processes, given a property file.</summary>
    Dedicated,

    /// <summary>Kafka Connect, given connectors.</summary>
    Connect,

    /// <summary>Strimzi, given a <c>KafkaMirrorMaker2</c> for each target.</summary>
    Strimzi,
}
