namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>A version of Strimzi's API.</summary>
public enum StrimziVersion
{
    /// <summary><c>v1</c>: Strimzi 0.49 and later, and from 1.0 on the only one.</summary>
    V1,

    /// <summary><c>v1beta2</c>: Strimzi until 0.51.</summary>
    V1Beta2,
}
