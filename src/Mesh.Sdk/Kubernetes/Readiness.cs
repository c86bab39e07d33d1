namespace Mesh.Sdk.Kubernetes;

/// <summary>How far an object is.</summary>
public sealed record Readiness
{
    /// <summary>The object does what it is for.</summary>
    public static readonly Readiness Ready = new() { IsReady = true };

    private Readiness()
    {
    }

    /// <summary>Gets whether the object does what it is for.</summary>
    public bool IsReady { get; private init; }

    /// <summary>Gets whether waiting longer is of no use.</summary>
    public bool HasFailed { get; private init; }

    /// <summary>Gets what is waited for, or what has failed, such as <c>1 of 3 replicas are ready</c>; <c>""</c> if it is ready.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>Says that an object is not ready yet.</summary>
    /// <param name="reason">What is waited for, such as <c>1 of 3 replicas are ready</c>. Must not be secret.</param>
    public static Readiness WaitsFor(string reason) => new() { Reason = reason };

    /// <summary>Says that an object will not become ready.</summary>
    /// <param name="reason">What has failed. Must not be secret.</param>
    public static Readiness Failed(string reason) => new() { HasFailed = true, Reason = reason };
}
