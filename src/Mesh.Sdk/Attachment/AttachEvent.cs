namespace Mesh.Sdk.Attachment;

/// <summary>A step that is done while a cluster is attached, rotated or detached.</summary>
/// <param name="Step">The step.</param>
/// <param name="Cluster">The cluster on which it was done.</param>
public sealed record AttachEvent(AttachStep Step, string Cluster)
{
    /// <summary>Returns the step in words, for a line of a console.</summary>
    public override string ToString() => Step switch
    {
        AttachStep.Checked => "checking clusters and permissions",
        AttachStep.PeerPrepared => "creating service account and rbac permissions",
        AttachStep.TokenRetrieved => "retrieving service account token",
        AttachStep.HostConfigured => $"configuring host name={Cluster}",
        AttachStep.Attached => $"attaching cluster finished successfully name={Cluster}",
        AttachStep.HostReleased => $"releasing host name={Cluster}",
        _ => $"detaching cluster finished successfully name={Cluster}",
    };
}
